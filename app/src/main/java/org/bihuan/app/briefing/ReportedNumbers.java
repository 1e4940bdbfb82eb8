package org.bihuan.app.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.returns.BoardLine;
import org.bihuan.app.returns.GivenReturn;
import org.bihuan.app.returns.ReturnForm;
import org.bihuan.app.returns.Returns;
import org.bihuan.policy.pack.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The sum of a {@code field} over the returns of a {@code form}, of the last day that was due: isolation rooms, people ill.
 * While a unit is missing the sum is not known. An amendment counts whenever it came: it says what was true that day.
 */
@Component
class ReportedNumbers implements FigureQuery {
    private final Returns returns;
    private final ZoneId zone;

    ReportedNumbers(Returns returns, @Value("${bihuan.zone}") ZoneId zone) {
        this.returns = returns;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "reported-sum";
    }

    @Override
    public void ask(Ask ask, List<FigureSum> sums) {
        String id = ask.with("form", "");
        Optional<ReturnForm> form = returns.forms(ask.then().atZone(zone).toLocalDate()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        if (form.isEmpty()) {
            Wording nobody = new Wording("没有这项日报", "nobody is asked to report it");
            sums.forEach(sum -> sum.unknown(nobody));
            return;
        }
        LocalDate day = returns.lastDue(form.get(), ask.then());
        Asked asked = new Asked(id, ask.with("field", ""), day);
        List<Adding> adding = sums.stream().map(sum -> new Adding(asked, sum)).toList();
        returns.board(id, day, Instant.MAX, line -> adding.forEach(each -> each.add(line)));
        adding.forEach(Adding::end);
    }

    /** Which number of which returns. */
    private record Asked(String form, String field, LocalDate day) {
        Item item(BoardLine line, long amount) {
            String title = line.unit().name() + " " + day;
            return new Item(
                    line.unit().id().toString(),
                    line.unit().division(),
                    new Wording(title, title),
                    "/returns?form=" + form + "&day=" + day,
                    amount);
        }
    }

    /** One sum while the board passes. */
    private static final class Adding {
        private final Asked asked;
        private final FigureSum sum;
        private int given;
        private int missing;

        Adding(Asked asked, FigureSum sum) {
            this.asked = asked;
            this.sum = sum;
        }

        void add(BoardLine line) {
            if (sum.covers(line.unit().division())) {
                GivenReturn latest = line.latest();
                String answer = latest == null ? null : latest.answers().get(asked.field());
                if (answer == null) {
                    missing++;
                } else {
                    given++;
                    sum.add(asked.item(line, Long.parseLong(answer)));
                }
            }
        }

        void end() {
            if (missing > 0 || given == 0) {
                sum.unknown(new Wording(missing + "个单位未报", missing + " units have not reported"));
            }
        }
    }
}
