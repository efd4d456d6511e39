package uk.onevoice.vault;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import uk.onevoice.service.wiring.Ids;

/** The vault of the service it runs in. */
@Singleton
class Vaults {
  @Produces
  @Singleton
  Vault vault(
      javax.sql.DataSource database,
      @DataSource("keys") javax.sql.DataSource keys,
      Ids ids,
      Clock clock) {
    return new Vault(database, keys, ids, clock);
  }

  @Produces
  @Singleton
  Disclosure disclosure(
      javax.sql.DataSource database, @DataSource("keys") javax.sql.DataSource keys, Clock clock) {
    return new Disclosure(database, keys, clock);
  }

  @Produces
  @Singleton
  SameHuman sameHuman(
      javax.sql.DataSource database, @DataSource("keys") javax.sql.DataSource keys, Clock clock) {
    return new SameHuman(database, keys, clock);
  }
}
