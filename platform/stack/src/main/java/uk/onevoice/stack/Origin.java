package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The address that the data of a folder belong to. Sign-ins are linked to people by the issuer of
 * their tokens, and the issuer is known by this address: at another one, nobody would be known.
 */
final class Origin {
  private Origin() {}

  /** Remembers the site's address with new data; refuses another one over data that are there. */
  static void require(Site site) throws IOException {
    var origin = Stack.origin(site).toString();
    var file = site.folder().resolve("origin");
    if (hasData(site) && Files.exists(file)) {
      var first = Files.readString(file).strip();
      if (!first.equals(origin)) {
        throw new StackFailure(
            """
            The data in %s belong to %s: at %s nobody who is registered there could sign in.
            Start with that port (%s=%s), or give this start a folder of its own (%s=.state/other),\
             or delete the data (make reset).\
            """
                .formatted(
                    site.folder(),
                    first,
                    origin,
                    Settings.variable("port.router"),
                    first.substring(first.lastIndexOf(':') + 1),
                    Settings.variable("folder")));
      }
      return;
    }
    Files.writeString(file, origin);
  }

  private static boolean hasData(Site site) {
    Path postgres = site.folder().resolve(Postgres.NAME);
    return Files.exists(postgres.resolve("data/PG_VERSION"))
        || Files.exists(postgres.resolve("elsewhere"));
  }
}
