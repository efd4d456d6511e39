package uk.onevoice.organisations.domain.forum;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.controlled.Entries;
import uk.onevoice.organisations.domain.controlled.Entry;
import uk.onevoice.organisations.domain.controlled.Fate;
import uk.onevoice.organisations.domain.controlled.ListRejection;
import uk.onevoice.organisations.domain.forum.ForumCommand.CloseForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.Known;
import uk.onevoice.organisations.domain.forum.ForumCommand.MergeForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.PassOnForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.RegisterForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.RenameForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.ReopenForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.ReviseForum;
import uk.onevoice.organisations.domain.forum.ForumCommand.SplitForum;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumClosed;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumMerged;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRegistered;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRenamed;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumReopened;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumRevised;
import uk.onevoice.organisations.domain.forum.ForumEvent.ForumSplit;
import uk.onevoice.organisations.domain.forum.ForumRejection.OfTheList;
import uk.onevoice.organisations.domain.forum.ForumRejection.OwnerNotKnown;
import uk.onevoice.organisations.domain.forum.ForumRejection.PlaceOfAnotherIcs;
import uk.onevoice.organisations.domain.forum.ForumRejection.TopicOfAnotherList;

/** The forums of an ICS: one list, one stream. */
public record Forums(Entries<ForumId> entries, Map<ForumId, ForumTerms> terms) {
  public static final Decider<ForumCommand, Forums, ForumEvent, ForumRejection> DECIDER =
      new Decider<>(new Forums(Entries.none(), Map.of()), Forums::decide, Forums::evolve);

  public Forums {
    terms = Collections.unmodifiableMap(new HashMap<>(terms));
  }

  static Decision<ForumEvent, ForumRejection> decide(ForumCommand command, Forums forums) {
    var now = forums.entries();
    return switch (command) {
      case RegisterForum register -> register(register, now);
      case ReviseForum revise -> revise(revise, forums);
      case RenameForum(var id, var ics, var label, var from, var today) ->
          now.find(id).filter(it -> it.inUse() && it.label().equals(label)).isPresent()
              ? accept()
              : unless(
                  now.againstName(id, label, from, today), new ForumRenamed(id, ics, label, from));
      case MergeForum(var id, var ics, var into, var on, var today) ->
          unless(now.againstMerger(id, into, on, today), new ForumMerged(id, ics, into, on));
      case PassOnForum(var id, var ics, var into, var on, var today) ->
          unless(now.againstChange(id, on, today), new ForumMerged(id, ics, into, on));
      case SplitForum split -> split(split, forums);
      case CloseForum(var id, var ics, var on, var today) ->
          unless(now.againstChange(id, on, today), new ForumClosed(id, ics, on));
      case ReopenForum(var id, var ics) ->
          unless(now.againstReturn(id), new ForumReopened(id, ics));
    };
  }

  private static Decision<ForumEvent, ForumRejection> register(
      RegisterForum wish, Entries<ForumId> now) {
    @Nullable ForumRejection refusal = against(wish.terms(), wish.known());
    return refusal == null
        ? unless(
            now.againstNew(wish.ics(), wish.icbOpen(), wish.label(), wish.start(), wish.today()),
            new ForumRegistered(
                wish.id(),
                wish.ics(),
                wish.label(),
                wish.start(),
                wish.terms().level(),
                wish.terms().ownerId(),
                wish.terms().placeIds(),
                wish.terms().topicIds(),
                wish.terms().remitRef()))
        : reject(refusal);
  }

  private static Decision<ForumEvent, ForumRejection> revise(ReviseForum wish, Forums forums) {
    @Nullable Entry<ForumId> entry = forums.entries().all().get(wish.id());
    if (entry == null) {
      return reject(new OfTheList(new ListRejection.Unknown()));
    }
    @Nullable LocalDate end = entry.fate().end();
    if (end != null) {
      return reject(new OfTheList(new ListRejection.NotInUse(end)));
    }
    @Nullable ForumRejection refusal = against(wish.terms(), wish.known());
    if (refusal != null) {
      return reject(refusal);
    }
    var terms = wish.terms();
    return terms.equals(forums.terms().get(wish.id()))
        ? accept()
        : accept(
            new ForumRevised(
                wish.id(),
                wish.ics(),
                terms.level(),
                terms.ownerId(),
                terms.placeIds(),
                terms.topicIds(),
                terms.remitRef()));
  }

  private static @Nullable ForumRejection against(ForumTerms terms, Known known) {
    if (!known.owner()) {
      return new OwnerNotKnown();
    }
    if (!known.places().containsAll(terms.placeIds())) {
      return new PlaceOfAnotherIcs();
    }
    return known.topics().containsAll(terms.topicIds()) ? null : new TopicOfAnotherList();
  }

  private static Decision<ForumEvent, ForumRejection> split(SplitForum wish, Forums forums) {
    @Nullable ListRejection refusal =
        forums.entries().againstSplit(wish.id(), wish.parts().values(), wish.on(), wish.today());
    @Nullable ForumTerms terms = forums.terms().get(wish.id());
    if (refusal != null || terms == null) {
      return reject(new OfTheList(refusal == null ? new ListRejection.Unknown() : refusal));
    }
    List<ForumEvent> events = new ArrayList<>();
    wish.parts()
        .forEach((id, label) ->
            events.add(
                new ForumRegistered(
                    id,
                    wish.ics(),
                    label,
                    wish.on(),
                    terms.level(),
                    terms.ownerId(),
                    terms.placeIds(),
                    terms.topicIds(),
                    terms.remitRef())));
    events.add(
        new ForumSplit(wish.id(), wish.ics(), List.copyOf(wish.parts().keySet()), wish.on()));
    return accept(events);
  }

  private static Decision<ForumEvent, ForumRejection> unless(
      @Nullable ListRejection refusal, ForumEvent event) {
    return refusal == null ? accept(event) : reject(new OfTheList(refusal));
  }

  static Forums evolve(Forums forums, ForumEvent event) {
    var now = forums.entries();
    return switch (event) {
      case ForumRegistered it ->
          new Forums(now.with(Entry.of(it.forumId(), it.label(), it.start())), forums.terms())
              .with(
                  it.forumId(),
                  new ForumTerms(
                      it.level(), it.ownerId(), it.placeIds(), it.topicIds(), it.remitRef()));
      case ForumRevised it ->
          forums.with(
              it.forumId(),
              new ForumTerms(
                  it.level(), it.ownerId(), it.placeIds(), it.topicIds(), it.remitRef()));
      case ForumRenamed(var id, _, var label, var from) ->
          new Forums(now.named(id, label, from), forums.terms());
      case ForumMerged(var id, _, var into, var on) ->
          forums.with(id, new Fate.MergedInto<>(into, on));
      case ForumSplit(var id, _, var into, var on) ->
          forums.with(id, new Fate.SplitInto<>(into, on));
      case ForumClosed(var id, _, var on) -> forums.with(id, new Fate.Retired<>(on));
      case ForumReopened(var id, _) -> forums.with(id, new Fate.InUse<>());
    };
  }

  private Forums with(ForumId id, ForumTerms its) {
    var now = new HashMap<>(terms);
    now.put(id, its);
    return new Forums(entries, now);
  }

  private Forums with(ForumId id, Fate<ForumId> fate) {
    return new Forums(entries.with(id, fate), terms);
  }
}
