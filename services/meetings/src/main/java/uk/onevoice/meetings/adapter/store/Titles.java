package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.TitleRef;
import uk.onevoice.vault.NewWords;
import uk.onevoice.vault.Subject;
import uk.onevoice.vault.Vault;

/** The titles of items, in the vault: typed words are no label, however short they are. */
@ApplicationScoped
public class Titles {
  static final String KIND = "item-title";

  private final Vault vault;

  Titles(Vault vault) {
    this.vault = vault;
  }

  /**
   * Keeps a title, before the event that names it.
   *
   * @param about the people whom it names
   */
  public TitleRef write(MeetingId meeting, Label title, List<UUID> about, ActorRef by) {
    return new TitleRef(
        vault
            .keep(
                new NewWords(
                    KIND,
                    MeetingLog.stream(meeting),
                    about.stream().map(Subject::new).collect(Collectors.toSet()),
                    title.value(),
                    by,
                    null))
            .value());
  }

  /** The titles of a meeting's items; one that was erased or is restricted is missing. */
  public Map<TitleRef, Label> of(MeetingId meeting) {
    return vault.ofStream(MeetingLog.stream(meeting)).stream()
        .filter(words -> words.kind().equals(KIND))
        .collect(
            Collectors.toMap(
                words -> new TitleRef(words.ref().value()), words -> new Label(words.text())));
  }
}
