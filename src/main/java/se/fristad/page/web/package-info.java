/// How pages leave the house: the views controllers return, the staff face's three files, and what
/// is shown when something goes wrong. Nothing here knows a route that needs permission.
@NullMarked
package se.fristad.page.web;

import org.jspecify.annotations.NullMarked;
