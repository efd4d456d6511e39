package uk.onevoice.web.pages;

import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Notes.Due;
import uk.onevoice.web.api.Notes.Note;
import uk.onevoice.web.api.Notes.Received;
import uk.onevoice.web.api.Notes.Version;
import uk.onevoice.web.ui.Words;

/** How far a note to practices is, in a sentence. */
final class NoteWords {
  private NoteWords() {}

  static String due(Due note) {
    if (note.sentOn() != null) {
      return "Sent on "
          + Words.day(note.sentOn())
          + (note.late() ? ", after the last day" : "")
          + counts(note.practices(), note.read(), note.replied());
    }
    return state(note.state()) + last(note.overdue(), Words.day(note.dueOn()));
  }

  static String of(Note note) {
    return note.state().equals("SENT")
        ? "Sent. A new draft begins a correction; the first note stays."
        : state(note.state()) + last(note.overdue(), Words.day(note.dueOn()));
  }

  private static String state(String state) {
    return switch (state) {
      case "DRAFTED" -> "Drafted, and not confirmed.";
      case "CONFIRMED" -> "Confirmed, and not sent.";
      case "SENT" -> "Sent.";
      default -> "Not drafted.";
    };
  }

  private static String last(boolean overdue, String day) {
    return overdue
        ? " Overdue: it was to be sent by " + day + "."
        : " It is to be sent by " + day + ".";
  }

  static String received(Received note) {
    return "Sent on "
        + Words.day(note.sentOn())
        + (note.version() > 1 ? ", a correction" : "")
        + (note.read() ? ". Read" : ". Not read yet")
        + (note.replied() ? ", with a reply." : ".");
  }

  static String sent(Version version) {
    return (version.version() > 1 ? "Correction, sent on " : "Sent on ")
        + Words.day(version.on())
        + counts(version.practices(), version.read(), version.replied());
  }

  private static String counts(
      @Nullable Integer practices, @Nullable Integer read, @Nullable Integer replied) {
    if (practices == null || read == null || replied == null) {
      return ".";
    }
    return " to "
        + Words.count(practices, "practice", "practices")
        + ": "
        + read
        + " read it, "
        + Words.count(replied, "reply", "replies")
        + ".";
  }
}
