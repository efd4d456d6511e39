package uk.onevoice.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who sits at the place board has invitations sent to their mailbox: they say the address, and the
 * code that came there. What is sent goes no further than a mail catcher; where there is none, this
 * is left out.
 */
final class MailEntries {
  private static final List<String> WHO = List.of("nadia.velloso", "owen.tallant");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern CODE = Pattern.compile("enter this code: ([A-Za-z0-9_-]{22})");

  private final PublicApi api;
  private final @Nullable String mailboxes;
  private final PrintStream out;
  private final ObjectMapper json = new ObjectMapper();

  MailEntries(PublicApi api, @Nullable String mailboxes, PrintStream out) {
    this.api = api;
    this.mailboxes = mailboxes;
    this.out = out;
  }

  void addresses() {
    if (mailboxes == null) {
      return;
    }
    List<String> asked = new ArrayList<>();
    for (String who : WHO) {
      if (!api.read(who, "/v1/calendars/mail").path("confirmed").asBoolean()) {
        api.post(
            who, "/v1/calendars/mail", Map.of("address", address(who)), "mail address of " + who);
        asked.add(who);
      }
    }
    try (HttpClient http = HttpClient.newHttpClient()) {
      asked.forEach(who -> confirm(who, http));
    }
  }

  private static String address(String who) {
    return who + "@marl-valley.example";
  }

  /** A code that does not come, as of a catcher that was started anew, is nothing to fail for. */
  private void confirm(String who, HttpClient http) {
    Instant until = Instant.now().plus(PATIENCE);
    Optional<String> code = code(who, http);
    while (code.isEmpty() && Instant.now().isBefore(until)) {
      PublicApi.rest();
      code = code(who, http);
    }
    if (code.isEmpty()) {
      out.println("demonstration: no message came for " + address(who));
      return;
    }
    api.post(
        who,
        "/v1/calendars/mail/confirmation",
        Map.of("code", code.get()),
        "mail address of " + who + " confirmed by " + code.get());
  }

  /** The one that came last. */
  private Optional<String> code(String who, HttpClient http) {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(mailboxes + "/api/user/" + address(who) + "/messages"))
                  .timeout(Duration.ofSeconds(10))
                  .build(),
              BodyHandlers.ofString());
      Optional<String> found = Optional.empty();
      if (answer.statusCode() == 200) {
        for (JsonNode message : json.readTree(answer.body())) {
          // Long lines are cut in mail, with an equals sign at the end.
          Matcher code =
              CODE.matcher(message.path("mimeMessage").asText().replaceAll("=\\r?\\n", ""));
          if (code.find()) {
            found = Optional.of(code.group(1));
          }
        }
      }
      return found;
    } catch (IOException notYet) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LoadFailure("Interrupted", interrupted);
    }
  }
}
