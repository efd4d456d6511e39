package uk.onevoice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fictional ICS of seeds/, loaded through the public API into an installation without events.
 */
final class Demonstration {
  private static final String NAME = "demonstration";
  private static final int ATTEMPTS = 3;
  private static final List<String> PEOPLE =
      List.of("nadia.velloso", "grace.ndukwe-hale", "owen.tallant", "femi.larkspur", "keeper");

  private final Site site;
  private final Path program;
  private final Progress progress;

  Demonstration(Site site, Path program, Progress progress) {
    this.site = site;
    this.program = program;
    this.progress = progress;
  }

  static String signIns(Settings settings) {
    return String.join(", ", PEOPLE) + " or admin, password " + settings.get("secret.people");
  }

  /** When nothing has ever happened here, or an earlier load was broken off. */
  boolean isWanted(Postgres postgres) throws SQLException, IOException {
    return Files.exists(begun()) || !Stack.hasEvents(postgres, "organisations");
  }

  void load() throws Exception {
    Files.writeString(begun(), "");
    progress.timed(NAME, "loading the demonstration ICS", "loaded", this::run);
    Files.move(begun(), loaded(site), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether the people of the demonstration are registered in the data of this site. */
  static boolean isLoaded(Site site) {
    return Files.exists(loaded(site));
  }

  private static Path loaded(Site site) {
    return site.folder().resolve("demonstration.loaded");
  }

  private Path begun() {
    return site.folder().resolve("demonstration.begun");
  }

  /** It goes on where it stopped, so that a hiccup while everything starts does no harm. */
  private void run() throws IOException, InterruptedException {
    for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
      try {
        load(command());
        return;
      } catch (StackFailure failure) {
        progress.say(NAME, "broken off, going on (see " + site.log(NAME) + ")");
      }
    }
    load(command());
  }

  private void load(List<String> command) throws IOException, InterruptedException {
    Programs.run(site.pids(), NAME, command, site.root(), environment(), site.log(NAME));
  }

  private List<String> command() {
    return Programs.command(
        List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        "-cp",
        program + "/*",
        "uk.onevoice.seeds.DemonstrationLoader");
  }

  private Map<String, String> environment() {
    var variables = new HashMap<String, String>();
    variables.put("ONEVOICE_ORIGIN", Stack.origin(site).toString());
    variables.put("ONEVOICE_ISSUER", Stack.issuer(site));
    variables.put("ONEVOICE_MAILBOXES", MailCatcher.mailboxes(site).toString());
    variables.put("ONEVOICE_PEOPLE_PASSWORD", site.settings().get("secret.people"));
    return variables;
  }
}
