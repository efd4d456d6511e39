package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.AmbitionView;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.AskView;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.ChangeView;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.PromiseView;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.ReviewView;
import uk.onevoice.mandates.adapter.http.AmbitionBodies.State;
import uk.onevoice.mandates.domain.ambition.Ambition.Offered;
import uk.onevoice.mandates.domain.ambition.Promise;
import uk.onevoice.mandates.domain.ambition.Review;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.TypedWords;

/** Ambition agreements with their words, for the two who made them. */
@ApplicationScoped
class AmbitionViews {
  private final TypedWords words;
  private final Today today;

  AmbitionViews(TypedWords words, Today today) {
    this.words = words;
    this.today = today;
  }

  /** These, with one look into the vault for all of them. */
  List<AmbitionView> of(List<Offered> agreements) {
    var read = words.read(agreements.stream().flatMap(each -> refs(each).stream()).toList());
    return agreements.stream().map(agreement -> of(agreement, read)).toList();
  }

  private static List<WordsRef> refs(Offered agreement) {
    List<WordsRef> refs = new ArrayList<>();
    agreement.asks().values().stream().map(Promise::wordsRef).forEach(refs::add);
    agreement.promises().values().stream().map(Promise::wordsRef).forEach(refs::add);
    agreement.reviews().stream().map(Review::notesRef).filter(Objects::nonNull).forEach(refs::add);
    return refs;
  }

  private AmbitionView of(Offered agreement, Map<WordsRef, String> read) {
    var terms = agreement.terms();
    var signed = agreement.signed();
    boolean ended = agreement.endedOn() != null;
    return new AmbitionView(
        terms.agreementId(),
        terms.federationId(),
        terms.practiceId(),
        ended ? State.ENDED : signed == null ? State.OFFERED : State.SIGNED,
        terms.level(),
        signed == null ? null : signed.level(),
        terms.on(),
        signed == null ? null : signed.on(),
        agreement.endedOn(),
        agreement.reviewOn(),
        !ended && !agreement.reviewOn().isAfter(today.get()),
        changes(agreement),
        asks(agreement, read),
        promises(agreement, read),
        agreement.reviews().stream()
            .map(review ->
                new ReviewView(review.on(), review.level(), text(read, review.notesRef())))
            .toList());
  }

  private static List<ChangeView> changes(Offered agreement) {
    return agreement.changes().entrySet().stream()
        .map(each ->
            new ChangeView(
                each.getKey(),
                each.getValue().programme(),
                each.getValue().signedUpOn(),
                each.getValue().result(),
                each.getValue().resultOn()))
        .toList();
  }

  private static List<AskView> asks(Offered agreement, Map<WordsRef, String> read) {
    return agreement.asks().entrySet().stream()
        .map(each -> {
          var ask = each.getValue();
          return new AskView(
              each.getKey(),
              text(read, ask.wordsRef()),
              ask.madeOn(),
              ask.due(),
              ask.kept(),
              ask.keptOn());
        })
        .toList();
  }

  private static List<PromiseView> promises(Offered agreement, Map<WordsRef, String> read) {
    return agreement.promises().entrySet().stream()
        .map(each -> {
          var promise = each.getValue();
          return new PromiseView(
              each.getKey(),
              text(read, promise.wordsRef()),
              promise.madeOn(),
              promise.due(),
              promise.kept(),
              promise.keptOn());
        })
        .toList();
  }

  private static @Nullable String text(Map<WordsRef, String> read, @Nullable WordsRef ref) {
    return ref == null ? null : read.get(ref);
  }
}
