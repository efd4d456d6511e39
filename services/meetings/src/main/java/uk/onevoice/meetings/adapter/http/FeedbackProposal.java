package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.BriefingLog;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.MandateId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.action.Action.Agreed;
import uk.onevoice.meetings.domain.briefing.Briefing;
import uk.onevoice.meetings.domain.briefing.BriefingCommand;
import uk.onevoice.meetings.domain.briefing.BriefingEvent;
import uk.onevoice.meetings.domain.briefing.BriefingRejection;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;
import uk.onevoice.vault.Words;

/**
 * Writes down for practices what the record of a meeting says: of each item that their mandate
 * covered, what was asked, what came of it and how far that came from general practice. Only what
 * counts is claimed. A person edits it and the holder confirms it before anybody is told.
 */
@ApplicationScoped
class FeedbackProposal {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private final CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs;
  private final MandatesOfPlace mandates;
  private final OpenActions actions;
  private final SittingDesk desk;
  private final Vault vault;

  FeedbackProposal(
      CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs,
      MandatesOfPlace mandates,
      OpenActions actions,
      SittingDesk desk,
      Vault vault) {
    this.briefs = briefs;
    this.mandates = mandates;
    this.actions = actions;
    this.desk = desk;
    this.vault = vault;
  }

  /**
   * @param about the people whom words name that were taken over: it goes when they are erased
   */
  record Text(String words, Set<UUID> about) {
    Text {
      about = Set.copyOf(about);
    }
  }

  Text of(Sittings.Known meeting, MandateId mandate) {
    Briefing briefing = briefs.current(BriefingLog.stream(meeting.meetingId())).state();
    var text = new StringJoiner("\n");
    Set<UUID> about = new HashSet<>();
    text.add(meeting.forum().value() + ", " + DAY.format(meeting.on()));
    List<Item> covered = mandates.covered(meeting, mandate);
    for (Item item : covered) {
      var note = briefing.notes().get(item.itemId());
      String title = words(item.titleRef().value(), about).orElse(item.topic().value());
      String ask =
          note == null || note.askRef() == null
              ? null
              : words(note.askRef().value(), about).orElse(null);
      text.add("");
      text.add(line(title, ask, item));
    }
    for (Agreed action : actionsOf(meeting, covered)) {
      String what = words(action.opening().wordsRef(), about).orElse("an action");
      String owner = desk.name(action.opening().ownerId());
      text.add("");
      text.add(
          "To do: %s, by %s, %s."
              .formatted(
                  what,
                  DAY.format(action.due()),
                  owner == null ? action.opening().ownerId().value() : owner));
    }
    return new Text(text.toString(), about);
  }

  /** What came from an item that the mandate did not cover is not these practices' business. */
  private List<Agreed> actionsOf(Sittings.Known meeting, List<Item> covered) {
    return actions.ofMeeting(meeting.placeId(), meeting.meetingId()).stream()
        .filter(action ->
            action.opening().itemId() == null
                || covered.stream()
                    .anyMatch(item -> item.itemId().equals(action.opening().itemId())))
        .toList();
  }

  /** Words as they can be shown; whom they name is taken over with them. */
  private Optional<String> words(UUID ref, Set<UUID> about) {
    Map<VaultRef, String> shown = vault.read(List.of(new VaultRef(ref)));
    @Nullable String text = shown.get(new VaultRef(ref));
    if (text == null) {
      return Optional.empty();
    }
    vault.find(new VaultRef(ref)).map(Words::about).stream()
        .flatMap(Set::stream)
        .map(Subject::value)
        .forEach(about::add);
    return Optional.of(text);
  }

  private static String line(String title, @Nullable String ask, Item item) {
    var line = new StringJoiner(" ");
    line.add(title + ".");
    if (ask != null) {
      line.add("We asked: " + ask);
    }
    line.add(cameOut(Sittings.outcome(item)));
    @Nullable String how = fromUs(Sittings.counted(item));
    if (how != null) {
      line.add(how);
    }
    return line.toString();
  }

  private static String cameOut(@Nullable Outcome outcome) {
    return switch (outcome) {
      case null -> "What came of it is not recorded yet.";
      case AGREED -> "It was agreed without a vote.";
      case VOTED -> "It was decided by a vote.";
      case DEFERRED -> "It was put off.";
      case NOTED -> "It was only noted.";
      case NOT_DECIDED -> "It was not decided.";
    };
  }

  private static @Nullable String fromUs(@Nullable Influence influence) {
    return switch (influence) {
      case null -> null;
      case CHANGED -> "It came out differently because of what we said.";
      case PARTLY -> "It came out differently in part because of what we said.";
      case ALREADY_ALIGNED -> "Both sides wanted the same before the meeting.";
      case NONE -> "What we said did not change it.";
      case ADVERSE -> "It came out against what we asked for.";
      case NOT_RELEVANT -> null;
    };
  }
}
