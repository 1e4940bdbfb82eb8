package org.bihuan.app.briefing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.briefing.domain.Found;
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
    private final java.time.ZoneId zone;

    ReportedNumbers(Returns returns, @Value("${bihuan.zone}") java.time.ZoneId zone) {
        this.returns = returns;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "reported-sum";
    }

    @Override
    public Found ask(Ask ask) {
        String id = ask.with("form", "");
        Optional<ReturnForm> form = returns.forms(ask.then().atZone(zone).toLocalDate()).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        if (form.isEmpty()) {
            return new Found.Unknown(new Wording("没有这项日报", "nobody is asked to report it"), List.of());
        }
        LocalDate day = returns.lastDue(form.get(), ask.then());
        List<Item> items = new ArrayList<>();
        int missing = 0;
        for (BoardLine line : returns.board(id, day, java.time.Instant.MAX)) {
            GivenReturn given = line.latest();
            if (ask.division().contains(line.unit().division())) {
                String answer = given == null ? null : given.answers().get(ask.with("field", ""));
                if (answer == null) {
                    missing++;
                } else {
                    items.add(new Item(
                            line.unit().id().toString(),
                            line.unit().division(),
                            new Wording(
                                    line.unit().name() + " " + day, line.unit().name() + " " + day),
                            "/returns?form=" + id + "&day=" + day,
                            Long.parseLong(answer)));
                }
            }
        }
        return missing == 0 && !items.isEmpty()
                ? new Found.Known(items)
                : new Found.Unknown(new Wording(missing + "个单位未报", missing + " units have not reported"), items);
    }
}
