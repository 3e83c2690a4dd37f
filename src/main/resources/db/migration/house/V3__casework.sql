-- Run by the superuser. The role that holds the grants of the room casework.
create role m_casework nologin noinherit;
grant m_casework to f_support with inherit true, set false;
