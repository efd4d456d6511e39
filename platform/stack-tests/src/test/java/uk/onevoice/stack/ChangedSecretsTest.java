package uk.onevoice.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords that live in the data cannot be changed by a setting; that is said at once. */
class ChangedSecretsTest {
  @TempDir Path folder;

  private final Progress progress = new Progress(System.out);
  private final Ports ports = Ports.free(KilledStack.PARTS);

  @AfterEach
  void stop() throws Exception {
    Infrastructure.stopLeftOvers(site("any"), progress);
  }

  @Test
  void another_password_than_that_of_the_data_is_explained() throws Exception {
    var first = site("first");
    var parts = new Parts(first, progress);
    Postgres.start(first, parts.postgres(), progress).close();
    Broker.start(first, parts.kafka(), progress).close();

    var changed = site("changed");
    assertThatThrownBy(() -> Postgres.start(changed, parts.postgres(), progress))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("ONEVOICE_SECRET_POSTGRES");
    assertThatThrownBy(() -> Broker.start(changed, parts.kafka(), progress))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("ONEVOICE_SECRET_KAFKA_ADMIN");
  }

  private Site site(String password) throws Exception {
    var properties = new Properties();
    try (var in = Settings.class.getResourceAsStream("/local.properties")) {
      properties.load(in);
    }
    var settings =
        new Settings(
            properties,
            Map.of("ONEVOICE_SECRET_POSTGRES", password, "ONEVOICE_SECRET_KAFKA_ADMIN", password));
    return new Site(Site.rootAbove(Path.of("")), folder, ports, settings, true);
  }
}
