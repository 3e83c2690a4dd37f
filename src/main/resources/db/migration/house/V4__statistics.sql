-- Run by the superuser. The room of figures; its counters are the support side's.
create role m_statistics nologin noinherit;
grant m_statistics to f_support with inherit true, set false;
