package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Diary.Nomination;
import uk.onevoice.web.api.Diary.Seat;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** What it means that general practice goes to a forum no more, and how its seats are given up. */
@Path("/series/{id}/stopping")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StoppingPages {
  private final Reader reader;
  private final Api api;
  private final PeopleNames people;

  StoppingPages(Reader reader, Api api, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.people = people;
  }

  /**
   * A seat of ours that there is.
   *
   * @param field the id of its field, which is on the page once for each seat
   * @param who who sits there, as a sentence
   */
  public record OwnSeat(String path, String field, String label, String who) {}

  record StoppingPage(
      Frame frame,
      String forum,
      String seriesHref,
      String sentence,
      String toCome,
      String mandateHref,
      List<OwnSeat> seats,
      boolean writes,
      Form form)
      implements TemplateInstance {}

  @GET
  public StoppingPage page(@PathParam("id") UUID id) {
    reader.me();
    Answered<Series> answered = api.getVersioned("/v1/meeting-series/" + id, Series.class);
    Series series = answered.body();
    LocalDate today = AsOf.today();
    String here = "/series/" + id;
    List<Seat> seats = series.seats().stream().filter(seat -> seat.isThere(today)).toList();
    long coming =
        series.meetings().stream()
            .filter(meeting -> !meeting.cancelled() && !meeting.on().isBefore(today))
            .count();
    return new StoppingPage(
        reader
            .frame("Stop going to " + series.called(), Menu.REPRESENTATION)
            .withBreadcrumbs(new Link(series.called(), here)),
        series.called(),
        here,
        sentence(seats.size()),
        coming == 0
            ? "No meeting to come is known."
            : Words.sentence(
                Words.count((int) coming, "meeting", "meetings")
                    + " to come would be without general practice"),
        "/drafts/new/" + series.placeId(),
        seats.stream()
            .map(seat ->
                new OwnSeat(
                    here + "/seats/" + seat.seatId(),
                    "seatLast-" + seat.seatId(),
                    seat.label(),
                    who(seat, today)))
            .toList(),
        reader.has(Roles.LEADERS),
        Form.blank().withDay("seatLast", today).withEtag(answered.etag()));
  }

  static String sentence(int seats) {
    return switch (seats) {
      case 0 -> "General practice has no seat here that it could give up.";
      case 1 -> "General practice would give up its 1 seat here.";
      default -> "General practice would give up its " + seats + " seats here.";
    };
  }

  private String who(Seat seat, LocalDate today) {
    List<String> now =
        seat.nominations().stream()
            .filter(one -> one.holds(today))
            .map((Nomination one) -> SeriesView.name(one, people::of))
            .toList();
    return now.isEmpty() ? "Nobody sits there" : Words.list(now) + " would not go any more";
  }
}
