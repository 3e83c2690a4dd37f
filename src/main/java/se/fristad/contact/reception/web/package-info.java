/// What the pages of the reception show.
@NullMarked
package se.fristad.contact.reception.web;

import org.jspecify.annotations.NullMarked;
