package uk.onevoice.testkit.history;

import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * A believable history of general practice in a registry: places whose practices give mandates,
 * people who talk, meet, report back and move, practices that merge or change their network, and
 * ICBs that were one until a first of April. The registry is as it stands at the end.
 *
 * <p>The same arguments tell the same events. They are made while they are told: what is held in
 * memory grows with the registry and with what is going on, not with the number of events.
 *
 * @param events how many to tell, give or take a hundredth; never fewer than the registry, its list
 *     sizes and the beginnings of each place take, about 600,000 for five years of England
 */
public record History(Registry registry, long seed, LocalDate start, int years, long events) {
  private static final LocalDate FIVE_YEARS_AGO = LocalDate.of(2021, 10, 1);

  /** Five years of all of England; 50 million events are what is to be expected of it. */
  public static History england(long seed, long events) {
    return new History(Registry.england(), seed, FIVE_YEARS_AGO, 5, events);
  }

  /** Two years of two ICSs of some practices each. */
  public static History small(long seed, long events) {
    return new History(
        Registry.madeUp().first(2).thinned(24), seed, LocalDate.of(2024, 10, 1), 2, events);
  }

  public LocalDate end() {
    return start.plusYears(years);
  }

  /**
   * Tells it, in the order in which it happened.
   *
   * @return how many events it was
   */
  public long tell(Consumer<Told> listener) {
    int days = (int) (end().toEpochDay() - start.toEpochDay());
    Teller teller = new Teller(seed, start, listener);
    Agenda agenda = new Agenda(start, days);
    World world = new World(registry, teller, agenda, end());
    world.begin();
    for (int day = 0; day < days; day++) {
      LocalDate today = start.plusDays(day);
      teller.begin(today);
      world.registry(today);
      agenda.due(today);
      long known = teller.told() + agenda.expected();
      long share = (events - known - world.listSizesToCome(today)) / (days - day);
      while (teller.told() + agenda.expected() - known < share) {
        world.act();
      }
    }
    return teller.told();
  }
}
