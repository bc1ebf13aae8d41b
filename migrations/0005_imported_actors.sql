-- What users imported, as their files have it: the tagger joins it with its own catalogue.

create table imported_actors (
  -- The file: importing it again replaces what it said before.
  source                   text not null,
  name                     text not null,
  kind                     text not null check (kind in ('threat-actor', 'person', 'organisation')),
  external_id              text,
  origin                   text,
  aliases                  text[] not null,
  shares_name_with_malware boolean not null
);
create unique index imported_actors_identity on imported_actors (source, kind, lower(name));

-- One row. The version grows in the transaction of an import, so who knows a version has all of it.
create table actor_imports (
  only_row boolean primary key default true check (only_row),
  version  integer not null
);
insert into actor_imports (version) values (0);
