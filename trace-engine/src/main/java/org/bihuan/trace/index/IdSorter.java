package org.bihuan.trace.index;

/**
 * Sorts a dictionary's numbers by the UTF-8 bytes of their ids: a natural merge sort, linear when the ids came sorted, with
 * the first eight bytes of each id at hand so that most comparisons touch no page. n log n.
 */
final class IdSorter {
    private final IdDictionary dictionary;
    private final long[] prefixes;

    private IdSorter(IdDictionary dictionary) {
        this.dictionary = dictionary;
        prefixes = new long[dictionary.size()];
        for (int number = 0; number < prefixes.length; number++) {
            prefixes[number] = prefix(number);
        }
    }

    static int[] sort(IdDictionary dictionary) {
        int[] numbers = new int[dictionary.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        return new IdSorter(dictionary).sorted(numbers);
    }

    /** First eight bytes, highest first, sign turned so that signed comparison orders them as bytes. */
    private long prefix(int number) {
        byte[] page = dictionary.page(number);
        int start = dictionary.start(number);
        int length = IdDictionary.length(page, start);
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (i < length ? page[start + i] & 0xFF : 0);
        }
        return value ^ Long.MIN_VALUE;
    }

    private boolean isOrdered(int one, int other) {
        long onePrefix = prefixes[one];
        long otherPrefix = prefixes[other];
        return onePrefix != otherPrefix ? onePrefix < otherPrefix : dictionary.compare(one, other) <= 0;
    }

    private int[] sorted(int[] numbers) {
        int[] from = numbers;
        int[] to = new int[numbers.length];
        while (mergeRuns(from, to) > 1) {
            int[] swap = from;
            from = to;
            to = swap;
        }
        return to;
    }

    /** Merges each two neighbouring ascending runs into the target; returns how many runs there are then. */
    private int mergeRuns(int[] from, int[] to) {
        int runs = 0;
        int start = 0;
        while (start < from.length) {
            int middle = endOfRun(from, start);
            int end = middle < from.length ? endOfRun(from, middle) : middle;
            merge(from, start, middle, end, to);
            start = end;
            runs++;
        }
        return runs;
    }

    private int endOfRun(int[] numbers, int start) {
        int end = start + 1;
        while (end < numbers.length && isOrdered(numbers[end - 1], numbers[end])) {
            end++;
        }
        return end;
    }

    private void merge(int[] from, int start, int middle, int end, int[] to) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean isLeft = right == end || (left < middle && isOrdered(from[left], from[right]));
            to[i] = isLeft ? from[left++] : from[right++];
        }
    }
}
