package uk.onevoice.seeds;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import uk.onevoice.seeds.Caller.Done;

/** The demonstration loaded into the whole system: where the readings' stories take place. */
final class Wyvern {
  static final String ICB = "WYVICB01";
  static final String ACUTE_TRUST = "WYVT0001";
  static final String COUNCIL = "WYVC0001";

  static final String NADIAS_MAIL = "nadia.velloso@marl-valley.example";
  static final String OWENS_MAIL = "owen.tallant@marl-valley.example";

  private static final WholeSystem SYSTEM = WholeSystem.get();

  private Wyvern() {}

  /** The system with the demonstration in it. */
  static WholeSystem system() {
    return Loaded.SYSTEM;
  }

  private static final class Loaded {
    private static final WholeSystem SYSTEM = Wyvern.SYSTEM;

    static {
      forgetMail();
      breakOff();
      loader(System.out).load();
    }
  }

  /**
   * What came for the same people of an earlier run of these tests holds codes of another system.
   */
  private static void forgetMail() {
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (String address : List.of(NADIAS_MAIL, OWENS_MAIL)) {
        String mailbox = SYSTEM.mailbox(address).toString().replaceFirst("/messages$", "");
        http.send(
            HttpRequest.newBuilder(URI.create(mailbox)).DELETE().build(),
            BodyHandlers.discarding());
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** All that came for an address, as it was sent. */
  static String mail(String address) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(SYSTEM.mailbox(address)).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** A first load that does not come to its end: the next one must go on, and double nothing. */
  private static void breakOff() {
    DemonstrationLoader loader = loader(System.out);
    Thread loading =
        Thread.ofVirtual()
            .start(() -> {
              try {
                loader.load();
              } catch (LoadFailure interrupted) {
                System.out.println("Broken off on purpose: " + interrupted.getMessage());
              }
            });
    await().atMost(Duration.ofMinutes(3)).until(() -> loader.calls() > 150);
    loading.interrupt();
    await().until(() -> !loading.isAlive());
  }

  static DemonstrationLoader loader(PrintStream out) {
    return new DemonstrationLoader(
        LoaderSettings.of(
            Map.of(
                "ONEVOICE_ORIGIN", SYSTEM.origin(),
                "ONEVOICE_ISSUER", SYSTEM.issuer(),
                "ONEVOICE_PEOPLE_PASSWORD", SYSTEM.peoplesPassword(),
                "ONEVOICE_MAILBOXES", SYSTEM.mailboxes())),
        out);
  }

  static Caller as(String who) {
    return new Caller(system(), who);
  }

  /** A day on which the stories happen. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/London"));
  }

  static String place(String name) {
    for (JsonNode place : as("nadia.velloso").get("/v1/ics/" + ICB + "/places").path("items")) {
      if (place.path("name").asText().equals(name)) {
        return place.required("placeId").asText();
      }
    }
    throw new IllegalArgumentException("No place " + name);
  }

  /** The organisation at which somebody holds this role. */
  static String body(String who, String role) {
    for (JsonNode holding : as(who).get("/v1/people/me").path("roleHoldings")) {
      if (holding.path("role").asText().equals(role)) {
        return holding.required("organisationId").asText();
      }
    }
    throw new IllegalArgumentException(who + " is no " + role);
  }

  /** Gives somebody one more role, as the administrator does. */
  static void appoint(String who, String role, String organisationId) {
    String person = as(who).get("/v1/people/me").required("personId").asText();
    as("admin")
        .post(
            "/v1/people/" + person + "/roles",
            Map.of("role", role, "organisationId", organisationId, "start", today().toString()));
  }

  /** Gives a slot to somebody of the LMC. */
  static Done hold(Place place, String slot, String who) {
    return place
        .caller()
        .post(
            "/v1/relationships/slots/" + slot + "/holders",
            Map.of(
                "holderId", as(who).get("/v1/people/me").required("personId").asText(),
                "actingFor", body(who, "LMC_OFFICER")));
  }

  static Done contact(Place place, String slot, Done held, boolean twoWay) {
    return place
        .caller()
        .post(
            "/v1/relationships/slots/" + slot + "/contacts",
            Map.of(
                "relationshipId",
                held.id("relationshipId"),
                "on",
                today().toString(),
                "kind",
                "LISTENING",
                "twoWay",
                twoWay));
  }
}
