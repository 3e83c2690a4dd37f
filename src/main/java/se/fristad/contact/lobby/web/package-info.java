/// What the pages of the desk show.
@NullMarked
package se.fristad.contact.lobby.web;

import org.jspecify.annotations.NullMarked;
