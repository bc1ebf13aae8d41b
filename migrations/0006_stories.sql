-- Stories: the articles of several publishers about one event.

create table stories (
  id              bigint generated always as identity primary key,
  -- What stands for it in listings.
  lead_article_id bigint not null references articles on delete cascade,
  first_at        timestamptz(3) not null,
  last_at         timestamptz(3) not null,
  articles        integer not null default 1,
  -- Publisher families that speak for themselves: the reprints of a wire's text are one voice.
  voices          text[] not null default '{}'
);
create index stories_newest on stories (last_at desc, id desc);

alter table articles
  add constraint articles_story foreign key (story_id) references stories on delete set null,
  -- The family that publishes it: its site without the prefixes of one house.
  add column publisher  text,
  -- The article whose text this one reprints.
  add column reprint_of bigint references articles on delete set null;
create index articles_by_story on articles (story_id, occurred_at);
