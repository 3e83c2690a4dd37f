package se.fristad.contact.front.web;

import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;
import se.fristad.contact.front.web.FrontPage.House;
import se.fristad.contact.front.web.FrontPage.Phone;
import se.fristad.page.Texts;

@Component
class CentreFacts implements Writing.Facts {
  @Override
  public House now(Texts texts) {
    return new House(
        "Resurscentrum Uppsala",
        "vardagar 9–16",
        true,
        "på måndag 9",
        new Phone("Vi", "018-000 00 00", "018000000"),
        List.of(new Phone("Kvinnofridslinjen", "020-50 50 50", "020505050")),
        URI.create("https://www.smhi.se/"),
        false,
        1200,
        1800);
  }
}
