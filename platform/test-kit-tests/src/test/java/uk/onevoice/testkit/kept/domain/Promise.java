package uk.onevoice.testkit.kept.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.OdsCode;

/** Keeps every rule. */
public record Promise(OdsCode to, LocalDate on, int[] parts, @Nullable String word) {
  enum Kind {
    LARGE,
    SMALL
  }

  public Optional<String> spoken() {
    return List.of(Kind.values()).stream()
        .map(kind ->
            switch (kind) {
              case LARGE -> "large";
              case SMALL -> "small";
            })
        .filter(name -> name.equals(word))
        .findFirst();
  }
}
