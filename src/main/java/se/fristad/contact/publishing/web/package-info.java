/// What the templates of publishing are given.
@NullMarked
package se.fristad.contact.publishing.web;

import org.jspecify.annotations.NullMarked;
