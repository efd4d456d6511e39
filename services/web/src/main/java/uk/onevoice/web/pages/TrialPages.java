package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.api.Subscriptions;
import uk.onevoice.web.api.Subscriptions.NewSandboxEvents;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** For people of a partner: invented messages that their system can be tried with. */
@Path("/connection/trial")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RunOnVirtualThread
public class TrialPages {
  private static final String KIND = "trial-kind";
  private static final String SYSTEM = "trial-system";

  /** From whose page the form was sent. */
  private static final String CONNECTION = "trial-connection";

  private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

  private final Reader reader;
  private final Writing writing;

  TrialPages(Reader reader, Writing writing) {
    this.reader = reader;
    this.writing = writing;
  }

  /**
   * What was made.
   *
   * @param heading how many there are
   * @param sentence what they say
   */
  record Made(String heading, String sentence, boolean several) {
    /**
     * @param kind null for one of each
     */
    static Made of(int events, @Nullable String kind) {
      return new Made(
          events == 1
              ? "1 trial message is there"
              : Words.count(events, "trial message", "trial messages") + " are there",
          kind == null ? "There is one of each kind." : "It says: " + FeedWords.when(kind) + ".",
          events != 1);
    }
  }

  /**
   * @param made null where nothing was made yet
   * @param connection whose page it came from; blank for none
   * @param system for which the next one is; null to ask
   */
  record TrialPage(
      Frame frame,
      boolean refused,
      @Nullable Made made,
      List<Choice> kinds,
      String connection,
      @Nullable String system,
      Form form)
      implements TemplateInstance {}

  @GET
  public Response trial() {
    return page(200, null, Form.blank());
  }

  @POST
  public Response make(MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    @Nullable String kind = form.optional(KIND);
    Optional<Reached> made =
        writing.send(
            Subscriptions.SANDBOX,
            new NewSandboxEvents(kind == null ? null : List.of(kind), null, form.optional(SYSTEM)),
            form,
            Map.of("types", KIND, "clientId", SYSTEM));
    return made.isPresent()
        ? page(
            200,
            Made.of(made.get().id("events").map(Integer::valueOf).orElse(1), kind),
            Form.blank()
                .with(KIND, kind)
                .with(SYSTEM, form.optional(SYSTEM))
                .with(CONNECTION, form.optional(CONNECTION)))
        : page(form.status(), null, form);
  }

  private Response page(int status, @Nullable Made made, Form form) {
    String connection = ID.matcher(form.value(CONNECTION)).matches() ? form.value(CONNECTION) : "";
    return Html.page(
        status,
        new TrialPage(
            reader
                .frame(made == null ? "Try your system out" : made.heading(), Menu.CONNECTION)
                .withBreadcrumbs(
                    new Link(
                        "Your connection",
                        "/connection" + (connection.isEmpty() ? "" : "/" + connection))),
            form.refused(),
            made,
            FeedWords.kinds(),
            connection,
            made == null || connection.isEmpty() ? null : form.optional(SYSTEM),
            form));
  }
}
