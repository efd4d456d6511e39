package uk.onevoice.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.onevoice.web.ui.Form;

/** Codes of practices as people paste them: in lines, with commas, in small letters, twice. */
final class PracticeCodes {
  private PracticeCodes() {}

  static List<String> of(List<String> ticked, String pasted) {
    return Stream.concat(ticked.stream(), Stream.of(pasted.split("[\\s,;]+", -1)))
        .map(code -> code.strip().toUpperCase(Locale.UK))
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }

  /** What the API says of one in the list is said of its code. */
  static void name(Form form, List<String> codes) {
    for (int i = 0; i < codes.size(); i++) {
      form.row(String.valueOf(i), codes.get(i));
    }
  }
}
