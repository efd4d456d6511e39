package uk.onevoice.organisations.adapter.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search for a code or an identifier asks for.
 *
 * @param system null for any, empty for none
 * @param code null for any
 */
record Token(@Nullable String system, @Nullable String code) {
  /** {@code code}, {@code system|code}, {@code system|} or {@code |code}; any of several. */
  static List<Token> anyOf(String value) {
    return Question.anyOf(value).stream().map(Token::read).toList();
  }

  private static Token read(String text) {
    var parts = text.split("(?<!\\\\)\\|", 2);
    if (parts.length == 1) {
      return new Token(null, Question.unescaped(parts[0]));
    }
    var code = Question.unescaped(parts[1]);
    return new Token(Question.unescaped(parts[0]), code.isEmpty() ? null : code);
  }

  boolean matches(Coding coding) {
    return matches(coding.system(), coding.code());
  }

  boolean matches(String itsSystem, String itsCode) {
    return (system == null || system.equals(itsSystem)) && (code == null || code.equals(itsCode));
  }
}
