-- Whoever has everything destroyed while she sits in the waiting room is still in the house: her conversation and its time go, her card
-- stays until she does, with nothing that leads anywhere. Else the other side would be let in while she sits there.
alter table ${schema}.lobby drop constraint lobby_meeting_fkey;
alter table ${schema}.lobby add constraint lobby_meeting_fkey
  foreign key (meeting) references ${schema}.meeting (id) on delete set null;
