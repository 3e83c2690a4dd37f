/// What staff write for the public: telephone numbers, each with the day by which somebody calls it
/// to see that it is right; pages of information (*informationssidor*) for each door and language;
/// the phrases that those who answer have ready (*färdiga meningar*); and who has read each
/// sentence of the public face since it changed. Nothing here is about a person.
///
/// Every change is a version of its own, a line of the log and an event, in one transaction on the
/// support side. 10 kap. 1 § SoL (2025:400).
@NullMarked
package se.fristad.contact.publishing;

import org.jspecify.annotations.NullMarked;
