package uk.onevoice.web.ui;

import java.util.List;

/** The links at the end of every page. */
final class Footer {
  static final List<Link> LINKS =
      List.of(
          new Link("Accessibility statement", "/about/accessibility"),
          new Link("Who sees what", "/about/who-sees-what"),
          new Link("Ask to see what is written about you", "/about/your-record"),
          new Link("Words we use", "/about/words"),
          new Link("Contact us", "/about/contact"));

  private Footer() {}
}
