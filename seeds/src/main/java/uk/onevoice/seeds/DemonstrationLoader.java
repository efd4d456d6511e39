package uk.onevoice.seeds;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uk.onevoice.seeds.Demonstration.Practice;

/**
 * Enters the demonstration as its people would: the keeper imports the official files and forms
 * bodies and places, the administrator registers people and systems, practices answer, leaders
 * enter meetings and contacts.
 *
 * <p>It can be started again at any time: a load that was cut short goes on, a whole one is not
 * touched.
 */
public final class DemonstrationLoader {
  private final PublicApi api;
  private final PrintStream out;
  private final RegistryEntries registry;
  private final GroupEntries groups;
  private final LeadersEntries leaders;
  private final AgreementEntries agreements;
  private final MailEntries mail;

  /** Whose sign-in is linked last: when it is, all is there. */
  private final String last;

  DemonstrationLoader(LoaderSettings settings, PrintStream out) {
    Demonstration demonstration = Demonstration.read();
    List<Practice> practices = Demonstration.practices();
    Known known = new Known();
    this.out = out;
    this.last = demonstration.people().getLast().user();
    this.api = new PublicApi(settings);
    this.registry = new RegistryEntries(api, settings.issuer(), demonstration, practices, known);
    this.groups = new GroupEntries(api, demonstration, known);
    this.leaders = new LeadersEntries(api, demonstration, practices, known);
    this.agreements = new AgreementEntries(api, known);
    this.mail = new MailEntries(api, settings.mailboxes(), out);
  }

  public static void main(String[] arguments) {
    try {
      new DemonstrationLoader(LoaderSettings.of(System.getenv()), System.out).load();
    } catch (LoadFailure failure) {
      System.err.println("The demonstration is not loaded whole. " + failure.getMessage());
      System.err.println("Start it again: it goes on where it stopped.");
      System.exit(1);
    }
  }

  /**
   * Loads what is missing.
   *
   * @throws LoadFailure when a call fails; what was entered before stays
   */
  void load() {
    if (api.isRegistered(last)) {
      out.println("demonstration: is loaded");
      return;
    }
    step("keeper", registry::keeper);
    step("first official files", registry::firstFiles);
    step("federations, LMC and places", registry::localBodies);
    step("topics and forums", registry::lists);
    step("people and their roles", registry::people);
    step("later official files", registry::laterFiles);
    step("leadership groups", groups::groups);
    step("mandates and practices' answers", leaders::mandates);
    step("meetings", leaders::meetings);
    step("key relationships", leaders::relationships);
    step("what is agreed", agreements::agreements);
    step("round meetings", agreements::roundMeetings);
    step("what teams keep of key relationships", agreements::relationships);
    step("tenders and contracts", agreements::opportunities);
    step("mailboxes", mail::addresses);
    step("joint groups", agreements::jointGroups);
    step("two years before", agreements::history);
    step("systems", registry::systems);
    step("end of the history", registry::closeBackdating);
    step("last sign-in", registry::lastSignIn);
  }

  /** How many calls were made so far. */
  int calls() {
    return api.calls();
  }

  private void step(String name, Runnable entries) {
    Instant started = Instant.now();
    int before = api.calls();
    entries.run();
    out.printf(
        "demonstration: %s, %d calls in %.1f s%n",
        name, api.calls() - before, Duration.between(started, Instant.now()).toMillis() / 1000.0);
  }
}
