package uk.onevoice.meetings.domain.papers;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.papers.PapersCommand.File;
import uk.onevoice.meetings.domain.papers.PapersCommand.Withdraw;
import uk.onevoice.meetings.domain.papers.PapersEvent.PaperFiled;
import uk.onevoice.meetings.domain.papers.PapersEvent.PaperWithdrawn;
import uk.onevoice.meetings.domain.papers.PapersRejection.FiledAlready;
import uk.onevoice.meetings.domain.papers.PapersRejection.GuestsSeeItems;
import uk.onevoice.meetings.domain.papers.PapersRejection.NoSuchItem;
import uk.onevoice.meetings.domain.papers.PapersRejection.NoSuchPaper;
import uk.onevoice.meetings.domain.papers.PapersRejection.TooManyPapers;

/**
 * The papers of one meeting, in the order in which they came.
 *
 * @param filed with those that were withdrawn
 */
public record Papers(Map<PaperId, Filed> filed) {
  /** More than anybody reads, and less than fills a disk. */
  static final int MOST = 100;

  public static final Decider<PapersCommand, Papers, PapersEvent, PapersRejection> DECIDER =
      new Decider<>(new Papers(Map.of()), Papers::decide, Papers::evolve);

  public Papers {
    filed = Collections.unmodifiableMap(new LinkedHashMap<>(filed));
  }

  /** What is known of a file. */
  public record Filed(PaperFiled paper, boolean withdrawn) {}

  static Decision<PapersEvent, PapersRejection> decide(PapersCommand command, Papers papers) {
    return switch (command) {
      case File wish -> file(wish, papers);
      case Withdraw(var meeting, var id, var reason) -> {
        @Nullable Filed known = papers.filed().get(id);
        if (known == null) {
          yield reject(new NoSuchPaper(id));
        }
        yield known.withdrawn() ? accept() : accept(new PaperWithdrawn(meeting, id, reason));
      }
    };
  }

  private static Decision<PapersEvent, PapersRejection> file(File wish, Papers papers) {
    if (wish.itemId() != null && !wish.onAgenda()) {
      return reject(new NoSuchItem(wish.itemId()));
    }
    if (wish.forGuests() && wish.itemId() == null) {
      return reject(new GuestsSeeItems());
    }
    for (Map.Entry<PaperId, Filed> each : papers.filed().entrySet()) {
      var paper = each.getValue().paper();
      if (!each.getValue().withdrawn()
          && paper.sha256().equals(wish.sha256())
          && Objects.equals(paper.itemId(), wish.itemId())) {
        return reject(new FiledAlready(each.getKey()));
      }
    }
    if (papers.filed().values().stream().filter(each -> !each.withdrawn()).count() >= MOST) {
      return reject(new TooManyPapers(MOST));
    }
    return accept(
        new PaperFiled(
            wish.meetingId(),
            wish.paperId(),
            wish.itemId(),
            wish.nameRef(),
            wish.mediaType(),
            wish.bytes(),
            wish.sha256(),
            wish.forGuests()));
  }

  static Papers evolve(Papers papers, PapersEvent event) {
    var filed = new LinkedHashMap<>(papers.filed());
    switch (event) {
      case PaperFiled paper -> filed.put(paper.paperId(), new Filed(paper, false));
      case PaperWithdrawn(_, var id, _) ->
          filed.computeIfPresent(id, (_, known) -> new Filed(known.paper(), true));
    }
    return new Papers(filed);
  }
}
