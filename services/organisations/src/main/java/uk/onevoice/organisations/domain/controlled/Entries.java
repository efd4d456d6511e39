package uk.onevoice.organisations.domain.controlled;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.ListRejection.BeforeItBegan;
import uk.onevoice.organisations.domain.controlled.ListRejection.IcbNotOpen;
import uk.onevoice.organisations.domain.controlled.ListRejection.InTheFuture;
import uk.onevoice.organisations.domain.controlled.ListRejection.InUse;
import uk.onevoice.organisations.domain.controlled.ListRejection.IntoItself;
import uk.onevoice.organisations.domain.controlled.ListRejection.LabelTaken;
import uk.onevoice.organisations.domain.controlled.ListRejection.LaterNameStands;
import uk.onevoice.organisations.domain.controlled.ListRejection.NotAnIcb;
import uk.onevoice.organisations.domain.controlled.ListRejection.NotInUse;
import uk.onevoice.organisations.domain.controlled.ListRejection.TooFewParts;
import uk.onevoice.organisations.domain.controlled.ListRejection.Unknown;
import uk.onevoice.organisations.domain.controlled.ListRejection.UnknownSuccessor;

/**
 * The entries of one list, and the rules on them. A list is one stream, so that two who add the
 * same label at once, or merge two entries into each other, meet at the stream's version: one wins.
 */
public record Entries<I>(Map<I, Entry<I>> all) {
  public Entries {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  public static <I> Entries<I> none() {
    return new Entries<>(Map.of());
  }

  public Optional<Entry<I>> find(I id) {
    return Optional.ofNullable(all.get(id));
  }

  /** What is meant on this day by whoever names this entry: mergers are followed. */
  public I resolve(I id, LocalDate on) {
    return all.get(id) instanceof Entry<I>(_, _, _, Fate.MergedInto<I>(var into, var since))
            && !on.isBefore(since)
        ? resolve(into, on)
        : id;
  }

  /** What may be meant on this day by whoever names an entry that was split; else nothing. */
  public List<I> candidates(I id, LocalDate on) {
    return all.get(resolve(id, on)) instanceof Entry<I>(_, _, _, Fate.SplitInto<I>(var into, var d))
            && !on.isBefore(d)
        ? into.stream().map(part -> resolve(part, on)).distinct().toList()
        : List.of();
  }

  /** What is in use and called so, however it is written. */
  public Optional<I> called(Label label) {
    return all.values().stream()
        .filter(entry -> entry.inUse() && plain(entry.label()).equals(plain(label)))
        .map(Entry::id)
        .findFirst();
  }

  public Entries<I> with(Entry<I> entry) {
    var now = new LinkedHashMap<>(all);
    now.put(entry.id(), entry);
    return new Entries<>(now);
  }

  public Entries<I> named(I id, Label label, LocalDate from) {
    return find(id).map(entry -> with(entry.named(label, from))).orElse(this);
  }

  public Entries<I> with(I id, Fate<I> fate) {
    return find(id).map(entry -> with(entry.with(fate))).orElse(this);
  }

  /** Why this cannot be added, or null. */
  public @Nullable ListRejection againstNew(
      OrganisationId ics, @Nullable Period icbOpen, Label label, LocalDate start, LocalDate today) {
    if (icbOpen == null) {
      return new NotAnIcb(ics);
    }
    if (!icbOpen.includes(start)) {
      return new IcbNotOpen(ics, start);
    }
    if (start.isAfter(today)) {
      return new InTheFuture(start);
    }
    return taken(label, null) ? new LabelTaken(label) : null;
  }

  public @Nullable ListRejection againstName(I id, Label label, LocalDate from, LocalDate today) {
    @Nullable ListRejection onDay = againstChange(id, from, today);
    if (onDay != null) {
      return onDay;
    }
    LocalDate latest = find(id).orElseThrow().names().lastKey();
    if (from.isBefore(latest)) {
      return new LaterNameStands(latest);
    }
    return taken(label, id) ? new LabelTaken(label) : null;
  }

  public @Nullable ListRejection againstMerger(I id, I into, LocalDate on, LocalDate today) {
    if (id.equals(into)) {
      return new IntoItself();
    }
    @Nullable ListRejection onDay = againstChange(id, on, today);
    if (onDay != null) {
      return onDay;
    }
    return find(into).filter(other -> other.openOn(on) && other.inUse()).isEmpty()
        ? new UnknownSuccessor()
        : null;
  }

  /** The name of what is split may go on as the name of one part. */
  public @Nullable ListRejection againstSplit(
      I id, Collection<Label> parts, LocalDate on, LocalDate today) {
    @Nullable ListRejection onDay = againstChange(id, on, today);
    if (onDay != null) {
      return onDay;
    }
    if (parts.size() < 2) {
      return new TooFewParts();
    }
    var names = new HashSet<String>();
    for (Label part : parts) {
      if (!names.add(plain(part)) || taken(part, id)) {
        return new LabelTaken(part);
      }
    }
    return null;
  }

  /** Why this cannot be changed with this day, or null. */
  public @Nullable ListRejection againstChange(I id, LocalDate on, LocalDate today) {
    @Nullable Entry<I> entry = all.get(id);
    if (entry == null) {
      return new Unknown();
    }
    @Nullable LocalDate end = entry.fate().end();
    if (end != null) {
      return new NotInUse(end);
    }
    if (on.isAfter(today)) {
      return new InTheFuture(on);
    }
    return on.isBefore(entry.start()) ? new BeforeItBegan(entry.start()) : null;
  }

  public @Nullable ListRejection againstReturn(I id) {
    @Nullable Entry<I> entry = all.get(id);
    if (entry == null) {
      return new Unknown();
    }
    if (entry.inUse()) {
      return new InUse();
    }
    return taken(entry.label(), id) ? new LabelTaken(entry.label()) : null;
  }

  private boolean taken(Label label, @Nullable I byOtherThan) {
    return all.values().stream()
        .filter(Entry::inUse)
        .filter(entry -> !entry.id().equals(byOtherThan))
        .anyMatch(entry -> plain(entry.label()).equals(plain(label)));
  }

  private static String plain(Label label) {
    return label.value().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
