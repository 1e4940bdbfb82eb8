package org.bihuan.app.briefing.domain;

import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** What a query found: the list, or that it cannot be known and why. */
public sealed interface Found {
    /** The list; the figure is the sum of its amounts. */
    record Known(List<Item> items) implements Found {
        public Known {
            items = List.copyOf(items);
        }

        /** The part of it that lies in a place. */
        public long in(DivisionCode place) {
            return items.stream()
                    .filter(item -> lies(item, place))
                    .mapToLong(Item::amount)
                    .sum();
        }

        private static boolean lies(Item item, DivisionCode place) {
            return item.place() != null && place.contains(item.place());
        }
    }

    /** Not known, with what is known of it; never shown as a number. */
    record Unknown(Wording why, List<Item> items) implements Found {
        public Unknown {
            items = List.copyOf(items);
        }
    }

    /** The list behind it. */
    List<Item> items();

    /** The figure, null when it is not known. */
    default @Nullable Long value() {
        return switch (this) {
            case Known known ->
                Long.valueOf(known.items().stream().mapToLong(Item::amount).sum());
            case Unknown _ -> null;
        };
    }
}
