-- Whoever has everything destroyed while she sits in the waiting room is still in the house: her conversation and its time go, her card
-- stays until she does, with nothing that leads anywhere. Else the other side would be let in while she sits there.
alter table ${schema}.lobby drop constraint lobby_meeting_fkey;
alter table ${schema}.lobby add constraint lobby_meeting_fkey
  foreign key (meeting) references ${schema}.meeting (id) on delete set null;

-- Whether somebody of this side comes to a house, is there or leaves it within these times: yes or no. Anybody can ask this door, and ask
-- again: so whoever has come to a house without a time, or was early, keeps it for the whole day, and nobody can see when she goes.
grant create on schema ${door} to ${definer};
drop function ${door}.occupied;
create function ${door}.occupied(p_house integer, p_from timestamptz[], p_until timestamptz[]) returns boolean[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
  as $$
  select coalesce(array_agg(
      exists (
        select from ${schema}.meeting m join ${schema}.room r on r.id = m.room
          where r.house = p_house and m.state = 'booked' and m.from_at < asked.until_at and m.until_at > asked.from_at)
      or exists (
        select from ${schema}.lobby l
          where l.house = p_house
            and (l.came_at at time zone 'Europe/Stockholm')::date = (asked.from_at at time zone 'Europe/Stockholm')::date)
      order by asked.place), '{}')
    from unnest(p_from, p_until) with ordinality as asked (from_at, until_at, place)
$$;
revoke all on function ${door}.occupied from public;
grant execute on function ${door}.occupied to f_front;
alter function ${door}.occupied owner to ${definer};
revoke create on schema ${door} from ${definer};
