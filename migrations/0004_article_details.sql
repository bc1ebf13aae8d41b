-- What pages file their articles under, and their lead picture.

alter table articles
  -- The newsroom's section, as written.
  add column section   text,
  -- Tags, as written, in the order of the page.
  add column keywords  text[] not null default '{}',
  -- Absolute http(s) URL: of another site, and hostile.
  add column image_url text;
