/// The models of the inbox's pages.
@NullMarked
package se.fristad.contact.inbox.web;

import org.jspecify.annotations.NullMarked;
