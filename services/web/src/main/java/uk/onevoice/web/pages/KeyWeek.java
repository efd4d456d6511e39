package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Place;
import uk.onevoice.web.api.Handovers;
import uk.onevoice.web.api.Handovers.Handover;
import uk.onevoice.web.api.KeyLists.Key;
import uk.onevoice.web.api.KeyLists.KeyList;
import uk.onevoice.web.api.KeyLists.Promise;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.WeekView.Task;
import uk.onevoice.web.ui.Words;

/** What of a leader's relationships belongs on the page of their week. */
@RequestScoped
class KeyWeek {
  private static final int SOON = 14;
  private static final int LATEST = 20;

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;
  private final KeyListReading lists;

  KeyWeek(Reader reader, Api api, Names names, PeopleNames people, KeyListReading lists) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
    this.lists = lists;
  }

  /** The key list of one place, as the week shows it. */
  public record Shown(String place, KeyListView view) {}

  /**
   * @param lists one for each place in which the reader leads
   * @param tasks whom to ring, what was promised, and what waits for a successor
   * @param sentence of whom nobody has spoken to for longest; nothing where none goes cold
   */
  public record Part(List<Shown> lists, List<Task> tasks, String sentence) {}

  Part of(List<Place> places) {
    List<Shown> shown = new ArrayList<>();
    List<Task> tasks = new ArrayList<>();
    List<Key> cold = new ArrayList<>();
    LocalDate today = AsOf.today();
    for (Place place : places) {
      Optional<KeyList> list = lists.find(place.placeId());
      if (list.isPresent()) {
        shown.add(new Shown(place.name(), lists.view(list.get())));
        list.get().keys().stream().flatMap(key -> task(key, today).stream()).forEach(tasks::add);
        list.get().promises().stream()
            .filter(promise -> promise.due().isBefore(today.plusDays(SOON)))
            .map(promise -> task(promise, today))
            .forEach(tasks::add);
        list.get().keys().stream().filter(Key::goingCold).forEach(cold::add);
        handovers(place).stream().flatMap(handover -> task(handover).stream()).forEach(tasks::add);
      }
    }
    return new Part(shown, tasks, coldest(cold));
  }

  private String coldest(List<Key> cold) {
    return cold.stream()
        .filter(key -> key.daysSince() != null)
        .max(Comparator.comparing(Key::due, Comparator.reverseOrder()))
        .map(key ->
            "Nobody has spoken with "
                + who(key)
                + " since "
                + Words.day(Objects.requireNonNull(key.lastTwoWayContact()))
                + ".")
        .orElse("");
  }

  private String who(Key key) {
    return key.counterparts().isEmpty()
        ? names.of(key.organisationId())
        : key.counterparts().getFirst();
  }

  /** A promise of either side is kept in mind by who keeps in touch. */
  private Task task(Promise promise, LocalDate today) {
    boolean ours = promise.side().equals("OURS");
    return new Task(
        (ours ? "Keep our promise to " : "Ask about the promise of ")
            + names.of(promise.organisationId()),
        "/relationships/" + promise.slotId() + "?of=" + promise.relationshipId(),
        (promise.words() == null ? "" : promise.words() + ". ")
            + "Due "
            + Words.day(promise.due())
            + ".",
        Words.sentence(ActionView.when(promise.due(), today)),
        promise.overdue() ? "orange" : "blue",
        promise.due());
  }

  private Optional<Task> task(Key key, LocalDate today) {
    String who = who(key);
    @Nullable LocalDate next = key.nextContact();
    if (next != null && next.isBefore(today.plusDays(SOON))) {
      return Optional.of(
          new Task(
              "Speak with " + who,
              "/relationships/" + key.slotId(),
              KeyListView.spoke(key.lastTwoWayContact(), key.daysSince())
                  + ". You planned it for "
                  + Words.weekday(next)
                  + ".",
              Words.sentence(ActionView.when(next, today)),
              next.isBefore(today) ? "orange" : "blue",
              next));
    }
    return key.goingCold() && next == null
        ? Optional.of(
            new Task(
                "Ring " + who,
                "/relationships/" + key.slotId(),
                KeyListView.spoke(key.lastTwoWayContact(), key.daysSince()) + ".",
                "Going cold",
                "orange",
                key.due()))
        : Optional.empty();
  }

  private List<Handover> handovers(Place place) {
    return api.find(
            "/v1/relationships/handovers?limit="
                + LATEST
                + "&placeId="
                + Segment.of(place.placeId()),
            Handovers.Listing.class)
        .map(Handovers.Listing::items)
        .orElse(List.of());
  }

  /** For whoever is asked, and for who gives it away while nobody is. */
  private Optional<Task> task(Handover handover) {
    String me = reader.me().personId();
    boolean asked = me.equals(handover.successorId());
    boolean own = me.equals(handover.holderId()) && handover.successorId() == null;
    if (!handover.waits() || !(asked || own || mayAsk(handover))) {
      return Optional.empty();
    }
    var read = new HandoverView.Read(names::of, people::of, me);
    return Optional.of(
        new Task(
            asked
                ? "Say whether you go on with " + names.of(handover.organisationId())
                : "Find who goes on with " + names.of(handover.organisationId()),
            "/handovers/" + handover.handoverId(),
            HandoverView.sentence(handover, read),
            "Waits",
            "blue",
            handover.openedOn()));
  }

  /** Whoever acts for the same body looks for a successor of somebody who has gone. */
  private boolean mayAsk(Handover handover) {
    return handover.cause().equals("ROLE_ENDED")
        && handover.successorId() == null
        && reader
            .role()
            .filter(role -> handover.actingFor().equals(role.organisationId()))
            .isPresent();
  }
}
