package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas;
import uk.onevoice.web.api.Diary;
import uk.onevoice.web.api.Diary.Calendar;
import uk.onevoice.web.api.Lists.Entry;
import uk.onevoice.web.api.People;
import uk.onevoice.web.api.Reached;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Words;

/** Secret addresses under which a calendar program finds meetings, and invitations by e-mail. */
@Path("/calendars")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CalendarPages {
  private static final int ON_A_PAGE = 50;

  private final Reader reader;
  private final Api api;
  private final OwnPlaces own;
  private final Writing writing;

  CalendarPages(Reader reader, Api api, OwnPlaces own, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.own = own;
    this.writing = writing;
  }

  /** A calendar somebody made: what is in it, and whether its address still works. */
  record Made(String id, String what, String state, boolean works) {}

  /**
   * What can be made besides one's own.
   *
   * @param of FORUM or PLACE
   */
  record Offer(String of, String id, String placeId, String text) {}

  record CalendarPage(
      Frame frame,
      boolean refused,
      @Nullable String address,
      @Nullable String webcal,
      List<Made> made,
      List<Offer> offers,
      boolean working,
      String mail,
      boolean mailSet,
      boolean mailWaits,
      @Nullable String first,
      @Nullable String next,
      Form form)
      implements TemplateInstance {}

  /**
   * @param forum a forum to have in a calendar, with the place for which the reader reads it
   * @param place a place to have in a calendar
   */
  @GET
  public Response calendars(
      @QueryParam("forum") @Nullable UUID forum,
      @QueryParam("place") @Nullable UUID place,
      @QueryParam("after") @Nullable String after) {
    return page(200, Form.blank(), null, offers(forum, place), after);
  }

  private List<Offer> offers(@Nullable UUID forum, @Nullable UUID place) {
    reader.me();
    if (place == null) {
      return own.places().stream().map(CalendarPages::offer).toList();
    }
    Optional<Offer> ofForum =
        forum == null
            ? Optional.empty()
            : api.find("/v1/forums/" + forum, Entry.class)
                .map(entry ->
                    new Offer(
                        "FORUM",
                        forum.toString(),
                        place.toString(),
                        "The meetings of " + entry.labelNow()));
    Optional<Offer> ofPlace =
        api.find("/v1/places/" + place, Areas.Place.class).map(CalendarPages::offer);
    return Stream.concat(ofForum.stream(), ofPlace.stream()).toList();
  }

  private static Offer offer(Areas.Place place) {
    return new Offer("PLACE", place.placeId(), "", "All meetings of " + place.name());
  }

  /** The address is told once: this page shows it and is not asked for again. */
  @POST
  @Path("made")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response make(MultivaluedMap<String, String> fields, @Context UriInfo uri) {
    reader.me();
    Form form = Form.sent(fields);
    String of = form.text("of", "Choose which meetings");
    @Nullable Reached reached =
        writing
            .send(
                "/v1/calendars",
                new Diary.NewCalendar(of, form.optional("id"), form.optional("placeId")),
                form,
                Map.of())
            .orElse(null);
    return reached == null
        ? page(form.status(), form, null, List.of(), null)
        : page(
            200,
            Form.blank(),
            reached.id("path").map(path -> uri.getBaseUri().resolve(path).toString()).orElse(null),
            List.of(),
            null);
  }

  @POST
  @Path("revoked")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response revoke(MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    String id = form.text("calendar", "Choose which address");
    return write(
        Segment.of(id) + "/revocation", new People.Nothing(), form, Notice.CALENDAR_REVOKED);
  }

  @POST
  @Path("mail-set")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response setMail(MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        "mail",
        new Diary.MailAddress(form.text("address", "Write the e-mail address")),
        form,
        Notice.MAIL_SET);
  }

  @POST
  @Path("mail-confirmed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response confirmMail(MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return write(
        "mail/confirmation",
        new Diary.MailCode(form.text("code", "Write the code from the message")),
        form,
        Notice.MAIL_CONFIRMED);
  }

  @POST
  @Path("mail-removed")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response removeMail(MultivaluedMap<String, String> fields) {
    return write("mail/removal", new People.Nothing(), Form.sent(fields), Notice.MAIL_REMOVED);
  }

  private Response write(String command, Object body, Form form, Notice done) {
    reader.me();
    return writing.sendOrShow(
        "/v1/calendars/" + command,
        form,
        _ -> body,
        Map.of("address", "address", "code", "code"),
        done.at("/calendars"),
        () -> page(form.status(), form, null, List.of(), null));
  }

  private Response page(
      int status, Form form, @Nullable String address, List<Offer> offers, @Nullable String after) {
    reader.me();
    Diary.Calendars list =
        api.get(
            "/v1/calendars?limit="
                + ON_A_PAGE
                + (after == null ? "" : "&after=" + Segment.of(after)),
            Diary.Calendars.class);
    Diary.Mail mail = api.get("/v1/calendars/mail", Diary.Mail.class);
    return Html.page(
        status,
        new CalendarPage(
            reader.frame("Calendar links", Menu.WEEK),
            form.refused(),
            address,
            address == null ? null : address.replaceFirst("^https?:", "webcal:"),
            list.items().stream().map(this::made).toList(),
            offers,
            list.items().stream().anyMatch(each -> each.revokedAt() == null),
            mailWords(mail),
            mail.address() != null,
            mail.address() != null && !mail.confirmed(),
            after == null ? null : "/calendars",
            list.next() == null ? null : "/calendars?after=" + Segment.of(list.next()),
            form));
  }

  private Made made(Calendar calendar) {
    boolean works = calendar.revokedAt() == null;
    String made = "Made on " + Words.time(calendar.madeAt()).replaceFirst("^.* on ", "");
    String read =
        calendar.readAt() == null
            ? "no program has read it yet"
            : "last read on " + Words.time(calendar.readAt()).replaceFirst("^.* on ", "");
    return new Made(
        calendar.calendarId(),
        what(calendar),
        works ? made + "; " + read + "." : made + "; its address works no more.",
        works);
  }

  private String what(Calendar calendar) {
    @Nullable String id = calendar.id();
    if (id == null) {
      return "My own meetings";
    }
    return calendar.of().equals("PLACE")
        ? api.find("/v1/places/" + Segment.of(id), Areas.Place.class)
            .map(place -> "All meetings of " + place.name())
            .orElse("All meetings of a place")
        : api.find("/v1/forums/" + Segment.of(id), Entry.class)
            .map(forum -> "The meetings of " + forum.labelNow())
            .orElse("The meetings of a forum");
  }

  static String mailWords(Diary.Mail mail) {
    if (mail.address() == null) {
      return "No invitations are sent by e-mail.";
    }
    return mail.confirmed()
        ? "Invitations to your meetings go to " + mail.address() + "."
        : "A message with a code went to "
            + mail.address()
            + ". Nothing else is sent there before you write the code here, within 2 days.";
  }
}
