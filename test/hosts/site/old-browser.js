// A browser from before the autumn of 2024.
delete URL.parse;
