package org.bihuan.app.audit;

/** What a check found, in both languages, for the command line. */
final class FlawText {
    private FlawText() {}

    static String of(Flaw flaw) {
        String entries = flaw.firstEntry() + "–" + flaw.lastEntry();
        return switch (flaw.kind()) {
            case CONTENT ->
                "第" + flaw.batch() + "批：记录 " + entries + " 中有被改动、删除、添加或移动的。 Batch " + flaw.batch() + ": among entries "
                        + entries + " one was changed, removed, added or moved.";
            case BATCH -> "第" + flaw.batch() + "批：批次本身被改动。 Batch " + flaw.batch() + ": the batch itself was changed.";
            case LINK ->
                "第" + flaw.batch() + "批：与前一批不相接，其间有批次被删除、添加或移动。 Batch " + flaw.batch()
                        + ": it does not follow the one before; a batch was removed, added or moved.";
            case UNCHAINED ->
                "记录 " + entries + " 早该入链而未入链。 Entries " + entries + " should long have been in the chain.";
            case HEAD ->
                "第" + flaw.batch() + "批：与另存的链尾不符，链被重写或截断。 Batch " + flaw.batch()
                        + ": it differs from the head kept elsewhere; the chain was rewritten or cut off.";
        };
    }

    static String of(ChainReport report) {
        String size = report.head().batch() + "批、" + report.entries() + "条";
        String sizeInEnglish = report.head().batch() + " batches, " + report.entries() + " entries";
        return report.isIntact()
                ? "审计链完好：" + size + "，链尾 " + report.head() + "。 The chain is intact: " + sizeInEnglish + ", head "
                        + report.head() + "."
                : "审计链不完好：" + size + "，" + report.flaws().size() + "处问题。 The chain is not intact: " + sizeInEnglish
                        + ", " + report.flaws().size() + " flaws.";
    }
}
