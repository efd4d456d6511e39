package uk.onevoice.web.pages;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Mandates;
import uk.onevoice.web.api.Me.RoleHolding;
import uk.onevoice.web.ui.Form;

/** What leaders do with a mandate: remind, back it, take it on, suspend, end. */
@Path("/mandates")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MandateRunPages {
  private final Reader reader;
  private final Writing writing;
  private final MandateShown shown;

  MandateRunPages(Reader reader, Writing writing, MandateShown shown) {
    this.reader = reader;
    this.writing = writing;
    this.shown = shown;
  }

  /** Where a command goes, what it says and what the page says then. */
  private record Command(
      String path, @Nullable Object body, Map<String, String> fields, Notice done) {}

  @POST
  @Path("{id}/run/{what}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response run(
      @PathParam("id") UUID id,
      @PathParam("what") String what,
      MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    Command command = command(what, form);
    return writing.sendOrShow(
        "/v1/mandates/" + id + "/" + command.path(),
        form,
        _ -> command.body(),
        command.fields(),
        command.done().at("/mandates/" + id),
        () -> shown.page(form.status(), id, form));
  }

  private Command command(String what, Form form) {
    Object plain = new Mandates.Plain();
    return switch (what) {
      case "reminder" ->
          new Command("reminders", new Mandates.Reminder(null), Map.of(), Notice.REMINDED);
      case "backing" -> new Command("endorsements", backing(), Map.of(), Notice.BACKED);
      case "taking-on" -> new Command("acceptance", plain, Map.of(), Notice.TAKEN_ON);
      case "putting-in-force" -> new Command("activation", plain, Map.of(), Notice.IN_FORCE);
      case "suspension" ->
          new Command(
              "suspension",
              new Mandates.Reason(form.optional("suspendReason")),
              Map.of("reason", "suspendReason"),
              Notice.SUSPENDED);
      case "lifting" -> new Command("suspension-lifting", plain, Map.of(), Notice.SPEAKS_AGAIN);
      case "ending" ->
          new Command(
              "ending",
              new Mandates.Reason(form.optional("endReason")),
              Map.of("reason", "endReason"),
              Notice.MANDATE_ENDED);
      case "confirmation" -> new Command("confirmation", plain, Map.of(), Notice.STILL_HOLDS);
      case "renewal" -> renewal(form);
      case "giving-up" ->
          new Command("version-withdrawal", plain, Map.of(), Notice.NEW_TERMS_GIVEN_UP);
      case "stand-in" -> standIn(form);
      case "standing-down" -> standingDown(form);
      default -> throw new NotFoundException();
    };
  }

  private Mandates.@Nullable Endorsing backing() {
    return reader.role().map(RoleHolding::organisationId).map(Mandates.Endorsing::new).orElse(null);
  }

  /** People say the last day, the API the first one after it. */
  private static Command renewal(Form form) {
    @Nullable LocalDate start = form.optionalDay("renewStart").orElse(null);
    Optional<LocalDate> last = form.requiredDay("renewLast", "Write the last day");
    return new Command(
        "renewal",
        last.map(day -> new Mandates.Renewal(start, day.plusDays(1))).orElse(null),
        Map.of("start", "renewStart", "end", "renewLast"),
        Notice.NEW_TERMS);
  }

  private static Command standIn(Form form) {
    return new Command(
        "alternates",
        new Mandates.Holder(
            form.text("altBody", "Choose the body"),
            form.text("altRole", "Choose the role"),
            form.text("altLabel", "Write what the role is called there")),
        Map.of("organisationId", "altBody", "role", "altRole", "label", "altLabel"),
        Notice.STANDS_IN);
  }

  private static Command standingDown(Form form) {
    String[] who = form.text("alternate", "Choose who stands in no more").split("/", 3);
    return new Command(
        "alternates-stood-down",
        who.length < 3 ? null : new Mandates.Holder(who[0], who[1], who[2]),
        Map.of("organisationId", "alternate", "role", "alternate", "label", "alternate"),
        Notice.STANDS_IN);
  }
}
