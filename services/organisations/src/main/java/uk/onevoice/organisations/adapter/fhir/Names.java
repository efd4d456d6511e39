package uk.onevoice.organisations.adapter.fhir;

import java.text.Normalizer;
import java.util.Locale;

/** How names are compared: FHIR's strings match whatever the case and the accents. */
final class Names {
  private Names() {}

  static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
