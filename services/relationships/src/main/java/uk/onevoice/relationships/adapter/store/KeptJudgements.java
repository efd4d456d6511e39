package uk.onevoice.relationships.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.judgement.Axis;
import uk.onevoice.relationships.domain.judgement.Judgements;
import uk.onevoice.relationships.domain.judgement.Judgements.Assessment;
import uk.onevoice.relationships.domain.judgement.Sway;
import uk.onevoice.relationships.domain.judgement.Verdict;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;
import uk.onevoice.vault.Words;

/**
 * What the vault still shows of the judgements of a slot. What has ended, was erased or is
 * restricted is missing, and so counts for nothing.
 */
@ApplicationScoped
public class KeptJudgements {
  private static final String PERSON = "person:";

  private final Vault vault;

  KeptJudgements(Vault vault) {
    this.vault = vault;
  }

  /**
   * A judgement that can be shown.
   *
   * @param words null where they were not kept as long as the rest
   * @param author by reference
   * @param corrected whether somebody has corrected the words since
   * @param views what the person it is about says to it, oldest first
   */
  public record Kept(
      WordsRef assessmentRef,
      Assessment assessment,
      Judged judged,
      @Nullable String words,
      String author,
      boolean corrected,
      List<View> views) {
    public Kept {
      views = List.copyOf(views);
    }
  }

  public record View(String words, Instant writtenAt) {}

  /** Those that nobody took back, the newest first. */
  public List<Kept> of(SlotId slot, Judgements judgements) {
    Map<WordsRef, Words> rows = rows(slot);
    Map<VaultRef, List<View>> views = views(judgements);
    return judgements.assessments().entrySet().stream()
        .filter(each -> each.getValue().withdrawnOn() == null)
        .flatMap(each -> kept(each.getKey(), each.getValue(), rows, views).stream())
        .sorted(Comparator.comparing((Kept kept) -> kept.assessment().on()).reversed())
        .toList();
  }

  private static List<Kept> kept(
      WordsRef ref,
      Assessment assessment,
      Map<WordsRef, Words> rows,
      Map<VaultRef, List<View>> views) {
    @Nullable Words row = rows.get(ref);
    if (row == null) {
      return List.of();
    }
    @Nullable Words words = rows.get(assessment.wordsRef());
    return Judged.read(row.text())
        .map(judged ->
            new Kept(
                ref,
                assessment,
                judged,
                words == null ? null : words.text(),
                row.writtenBy(),
                words != null && words.rectifiedAt() != null,
                Stream.of(ref, assessment.wordsRef())
                    .flatMap(each -> views.getOrDefault(inVault(each), List.of()).stream())
                    .toList()))
        .stream()
        .toList();
  }

  private Map<VaultRef, List<View>> views(Judgements judgements) {
    Set<VaultRef> refs =
        judgements.assessments().entrySet().stream()
            .flatMap(each -> Stream.of(each.getKey(), each.getValue().wordsRef()))
            .map(KeptJudgements::inVault)
            .collect(Collectors.toSet());
    Map<VaultRef, List<View>> views = new LinkedHashMap<>();
    for (Words view : vault.beside(refs)) {
      views.merge(
          Objects.requireNonNull(view.beside()),
          List.of(new View(view.text(), view.writtenAt())),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    return views;
  }

  /** Whether those whom live relationships are with can make things happen, as far as is known. */
  public List<Sway> sways(SlotId slot, Slot.Defined of, Judgements judgements) {
    Map<WordsRef, Words> rows = rows(slot);
    List<Sway> sways = new ArrayList<>();
    judgements
        .assessments()
        .forEach((ref, made) -> {
          @Nullable Words row = rows.get(ref);
          if (row != null) {
            Judged.read(row.text()).stream()
                .flatMap(judged -> sways(ref, made.on(), made.until(), judged, of))
                .forEach(sways::add);
          }
        });
    return List.copyOf(sways);
  }

  /** What one judgement says of sway: of each live relationship that is with its person. */
  public static Stream<Sway> sways(
      WordsRef ref, LocalDate on, LocalDate until, Judged judged, Slot.Defined slot) {
    if (judged.verdict().axis() != Axis.SWAY) {
      return Stream.of();
    }
    return slot.relationships().values().stream()
        .filter(Relationship::isLive)
        .filter(held -> held.counterparts().contains(judged.counterpart()))
        .map(held ->
            new Sway(ref, held.relationshipId(), on, until, judged.verdict() == Verdict.YES));
  }

  /** Whether these words were written by somebody, under any record of theirs. */
  public boolean isBy(WordsRef ref, Set<PersonId> records) {
    return vault
        .find(inVault(ref))
        .filter(row -> records.contains(person(row.writtenBy())))
        .isPresent();
  }

  /** Deletes a judgement with its words. Again changes nothing. */
  public void forget(WordsRef ref, Judgements judgements) {
    forget(ref);
    @Nullable Assessment assessment = judgements.assessments().get(ref);
    if (assessment != null) {
      forget(assessment.wordsRef());
    }
  }

  /** Deletes some words. Again changes nothing. */
  public void forget(WordsRef ref) {
    vault.delete(inVault(ref));
  }

  /** The person by whom words were written; nobody's id where it was none. */
  public static PersonId person(String author) {
    return new PersonId(
        author.startsWith(PERSON)
            ? UUID.fromString(author.substring(PERSON.length()))
            : new UUID(0, 0));
  }

  /** The relationships of a slot that have not ended. */
  public static Set<RelationshipId> live(Slot.Defined slot) {
    return slot.relationships().values().stream()
        .filter(Relationship::isLive)
        .map(Relationship::relationshipId)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<WordsRef, Words> rows(SlotId slot) {
    return vault.ofStream(JudgementLog.stream(slot)).stream()
        .collect(Collectors.toMap(row -> new WordsRef(row.ref().value()), Function.identity()));
  }

  private static VaultRef inVault(WordsRef ref) {
    return new VaultRef(ref.value());
  }
}
