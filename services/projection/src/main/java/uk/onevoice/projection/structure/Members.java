package uk.onevoice.projection.structure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.structure.Member.Named;
import uk.onevoice.projection.structure.Member.NamedPlace;
import uk.onevoice.projection.structure.Member.Partner;
import uk.onevoice.projection.structure.Member.Pcn;
import uk.onevoice.projection.structure.Member.Practice;
import uk.onevoice.projection.structure.Member.SubIcb;

/** The bodies of an area one by one, in the order of their codes. */
final class Members {
  private final Snapshot facts;

  Members(Snapshot facts) {
    this.facts = facts;
  }

  /**
   * The practices of an area.
   *
   * @param areaKind ICS or PLACE
   */
  List<Practice> practices(String areaKind, String area) {
    return facts.list(
        """
        with placed as materialized (
          select a.member_id, min(a.parent_id) as parent_id
          from in_place(:asOf, :knownAt) a
          group by a.member_id
        )
        select m.practice_id, o.name, o.postcode, m.patients, m.month,
          p.parent_id as pcn, pcn.name as pcn_name,
          s.parent_id as sub_icb, sub.name as sub_icb_name,
          l.parent_id as place, place.name as place_name
        from area_list_size(?, array[?], :footprint, :asOf, :knownAt) m
        left join organisation_at(:asOf, :knownAt) o on o.organisation_id = m.practice_id
        left join lateral (
          select min(a.parent_id) as parent_id from affiliated('PCN_CORE', :asOf, :knownAt) a
          where a.member_id = m.practice_id) p on true
        left join lateral (
          select min(a.parent_id) as parent_id from affiliated('COMMISSIONED_BY', :asOf, :knownAt) a
          where a.member_id = m.practice_id) s on true
        left join placed l on l.member_id = m.practice_id
        left join organisation_at(:asOf, :knownAt) pcn on pcn.organisation_id = p.parent_id
        left join organisation_at(:asOf, :knownAt) sub on sub.organisation_id = s.parent_id
        left join place_at(:asOf, :knownAt) place on place.place_id = l.parent_id
        order by m.practice_id\
        """,
        Members::practice,
        areaKind,
        area);
  }

  private static Practice practice(ResultSet row) throws SQLException {
    @Nullable String place = row.getString("place");
    return new Practice(
        row.getString("practice_id"),
        row.getString("name"),
        row.getString("postcode"),
        named(row, "pcn"),
        named(row, "sub_icb"),
        place == null ? null : new NamedPlace(place, row.getString("place_name")),
        row.getObject("patients", Long.class),
        row.getString("month"));
  }

  private static @Nullable Named named(ResultSet row, String column) throws SQLException {
    @Nullable String code = row.getString(column);
    return code == null ? null : new Named(code, row.getString(column + "_name"));
  }

  List<Pcn> pcns(String ics) {
    return facts.list(
        """
        with member as materialized (
          select * from area_list_size('ICS', array[?], :footprint, :asOf, :knownAt)
        ),
        pcn as (
          select p.parent_id, count(*) as practices, sum(m.patients)::bigint as patients,
            max(m.month) as month, count(*) filter (where m.patients is null) as unknown
          from member m
          join (
            select distinct a.member_id, a.parent_id
            from affiliated('PCN_CORE', :asOf, :knownAt) a
          ) p on p.member_id = m.practice_id
          group by p.parent_id
        )
        select c.parent_id, o.name, c.practices, c.patients, c.month, c.unknown,
          (select count(distinct a.member_id)
           from affiliated('PCN_CORE', :asOf, :knownAt) a
           join listed_practice(:asOf, :knownAt) l on l.practice_id = a.member_id
           where a.parent_id = c.parent_id) - c.practices as elsewhere
        from pcn c
        left join organisation_at(:asOf, :knownAt) o on o.organisation_id = c.parent_id
        order by c.parent_id\
        """,
        row ->
            new Pcn(
                row.getString("parent_id"),
                row.getString("name"),
                row.getInt("practices"),
                row.getInt("elsewhere"),
                row.getObject("patients", Long.class),
                row.getString("month"),
                row.getInt("unknown")),
        ics);
  }

  List<SubIcb> subIcbs(String ics) {
    return facts.list(
        """
        select s.*, o.name
        from area_structure(
          'SUB_ICB',
          array(
            select a.member_id from affiliated('COMMISSIONED_BY', :footprint, :knownAt) a
            where a.parent_id = ?),
          :asOf, :knownAt) s
        left join organisation_at(:asOf, :knownAt) o on o.organisation_id = s.area_id
        order by s.area_id\
        """,
        row -> {
          AreaStructure area = AreaStructure.of(row);
          return new SubIcb(
              area.areaId(),
              row.getString("name"),
              area.practices(),
              area.pcns(),
              area.practicesWithoutPcn(),
              area.registeredPatients(),
              area.listSizeMonth(),
              area.practicesWithoutListSize());
        },
        ics);
  }

  /**
   * @param kind TRUST or COUNCIL
   */
  List<Partner> partners(String ics, String kind) {
    return facts.list(
        """
        select o.organisation_id, o.name, o.postcode, o.sector
        from ics_partner(:footprint, :asOf, :knownAt) p
        join organisation_at(:asOf, :knownAt) o on o.organisation_id = p.organisation_id
        where p.ics_id = ? and p.kind = ?
        order by o.organisation_id\
        """,
        row -> new Partner(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
        ics,
        kind);
  }
}
