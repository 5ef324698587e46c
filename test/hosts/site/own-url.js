// A page with a variable of that name.
window.URL = '/ajax.php';
