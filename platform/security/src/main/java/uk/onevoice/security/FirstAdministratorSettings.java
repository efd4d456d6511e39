package uk.onevoice.security;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whose sign-in is accepted as administrator while an installation has none. */
@ConfigMapping(prefix = "onevoice.first-administrator")
public interface FirstAdministratorSettings {
  /** The issuer of that sign-in's tokens. */
  Optional<String> issuer();

  /** The subject of that sign-in's tokens. */
  Optional<String> subject();
}
